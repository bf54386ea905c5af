package org.paptracker.query.evidence;

import java.util.List;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/plans/{plan}/evidence")
class EvidenceApi {
    private final Evidences evidences;

    EvidenceApi(Evidences evidences) {
        this.evidences = evidences;
    }

    @RequiresRight(Right.READ)
    @GetMapping
    Page<EvidenceView> all(@PathVariable PlanId plan, EvidenceFilter filter, AsAt asAt, Paging paging) {
        List<EvidenceView> items =
                evidences.of(plan, asAt).stream().filter(filter.admitted()).toList();
        return Page.of(items, view -> view.code().value(), paging);
    }

    @RequiresRight(Right.READ)
    @GetMapping("/{evidence}")
    ResponseEntity<EvidenceView> one(@PathVariable PlanId plan, @PathVariable EvidenceId evidence, AsAt asAt) {
        return Tagged.of(evidences.get(plan, evidence, asAt));
    }
}
