package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.Reach;
import org.paptracker.platform.security.WhoIsAsking;
import org.paptracker.values.PlanId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which plans there are for whoever is asking, for slices that answer about something in a plan. */
@Component
public class KnownPlans {
    private final MongoCollection<Document> plans;
    private final ObjectProvider<PlanSight> sight; // which is made of slices, and they need this
    private final WhoIsAsking who;

    KnownPlans(MongoDatabase database, ObjectProvider<PlanSight> sight, WhoIsAsking who) {
        plans = database.getCollection(Projections.PLANS);
        this.sight = sight;
        this.who = who;
    }

    /** @throws Refused with {@code plan.unknown} if there is no such plan, or none that whoever is asking may see */
    public void require(PlanId plan) {
        boolean known = plans.find(new Document("_id", "plan:" + plan)).first() != null;
        if (!known || !sight.getObject().sees(plan, Reach.of(who.caller()))) throw unknown(plan);
    }

    public static Refused unknown(PlanId plan) {
        return new Refused(Problem.of(404, "plan.unknown", "There is no plan %s.".formatted(plan)));
    }
}
