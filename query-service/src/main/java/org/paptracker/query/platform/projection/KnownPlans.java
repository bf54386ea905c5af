package org.paptracker.query.platform.projection;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.PlanId;
import org.springframework.stereotype.Component;

/** Which plans there are, for slices that answer about something in a plan. */
@Component
public class KnownPlans {
    private final Documents plans;

    KnownPlans(MongoDatabase database) {
        plans = new Documents(database, Projections.PLANS);
    }

    /** @throws Refused with {@code plan.unknown} if there is no such plan */
    public void require(PlanId plan) {
        Document id = new Document("_id", "plan:" + plan);
        boolean isThere = plans.read(kept -> kept.find(id).first() != null);
        if (!isThere) throw unknown(plan);
    }

    public static Refused unknown(PlanId plan) {
        return new Refused(Problem.of(404, "plan.unknown", "There is no plan %s.".formatted(plan)));
    }
}
