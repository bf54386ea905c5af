package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;

/** Which plans there are, for slices that answer about something in a plan. */
@Component
public class KnownPlans {
    private final MongoCollection<Document> plans;

    KnownPlans(MongoDatabase database) {
        plans = database.getCollection(Projections.PLANS);
    }

    /** @throws Refused with {@code plan.unknown} if there is no such plan */
    public void require(PlanId plan) {
        if (plans.find(new Document("_id", "plan:" + plan)).first() == null) throw unknown(plan);
    }

    public static Refused unknown(PlanId plan) {
        return new Refused(Problem.of(404, "plan.unknown", "There is no plan %s.".formatted(plan)));
    }
}
