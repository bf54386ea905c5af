package org.paptracker.query.report;

import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.values.Sha256;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.stocktake.StocktakeCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class PackApi {
    private final Packs packs;
    private final KnownPlans plans;
    private final AsAtReader asAt;
    private final JsonMapper json;

    PackApi(Packs packs, KnownPlans plans, AsAtReader asAt, JsonMapper json) {
        this.packs = packs;
        this.plans = plans;
        this.asAt = asAt;
        this.json = json;
    }

    /** The same bytes whenever it is asked for; the ETag is their SHA-256, in hexadecimal. */
    @RequiresRight(Right.READ)
    @GetMapping(path = "/api/v1/plans/{plan}/stocktakes/{stocktake}/pack", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> pack(@PathVariable PlanId plan, @PathVariable StocktakeCode stocktake) {
        plans.require(plan);
        byte[] bytes = json.writeValueAsBytes(packs.of(plan, stocktake, asAt.now()));
        return ResponseEntity.ok().eTag(Sha256.hex(Sha256.begin(), bytes)).body(bytes);
    }
}
