package org.paptracker.query.redaction;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.history.AsAt;
import org.paptracker.query.history.AsAtReader;
import org.paptracker.query.platform.projection.KnownPlans;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.paptracker.query.platform.web.Tagged;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.redaction.RedactionState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/redactions")
class RedactionApi {
    private static final int LONGEST_NUMBER = 19;

    private final Redactions redactions;
    private final KnownPlans plans;
    private final AsAtReader moments;

    RedactionApi(Redactions redactions, KnownPlans plans, AsAtReader moments) {
        this.redactions = redactions;
        this.plans = plans;
        this.moments = moments;
    }

    /** By number. */
    @RequiresRight(Right.READ_REDACTIONS)
    @GetMapping
    Page<RedactionView> redactions(
            @RequestParam @Nullable PlanId plan,
            @RequestParam @Nullable RedactionState state,
            @RequestParam @Nullable String knownAt,
            @RequestParam @Nullable String effectiveAt,
            Paging paging) {
        if (plan != null) plans.require(plan);
        AsAt asAt = moments.read(plan, knownAt, effectiveAt);
        List<RedactionView> found = plan == null ? redactions.all(asAt) : redactions.of(plan, asAt);
        List<RedactionView> wanted = found.stream()
                .filter(redaction -> state == null || redaction.state() == state)
                .sorted(Comparator.comparing(RedactionView::redaction))
                .toList();
        return Page.of(wanted, redaction -> sortable(redaction.redaction()), paging);
    }

    /** A text that sorts as the number does. */
    private static String sortable(RedactionId redaction) {
        String number = redaction.value();
        return "0".repeat(Math.max(0, LONGEST_NUMBER - number.length())) + number;
    }

    @RequiresRight(Right.READ_REDACTIONS)
    @GetMapping("/{redaction}")
    ResponseEntity<RedactionView> redaction(@PathVariable RedactionId redaction, AsAt asAt) {
        return Tagged.of(redactions.get(redaction, asAt));
    }
}
