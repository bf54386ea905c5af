package org.paptracker.query.ledger;

import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.ledger.Verifications.Run;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class VerificationApi {
    private final Verifier verifier;
    private final Verifications runs;

    VerificationApi(Verifier verifier, Verifications runs) {
        this.verifier = verifier;
        this.runs = runs;
    }

    /** What came of the last one. To ask costs nothing and leaves nothing behind. */
    @RequiresRight(Right.CHECK_LEDGER)
    @GetMapping("/verification")
    Verification last() {
        return runs.last()
                .map(Run::verification)
                .orElseThrow(() -> new Refused(Problem.of(
                        404,
                        "ledger.not-verified",
                        "The history has not been verified yet. It is every hour; a reviewer or the programme office can"
                                + " have it done now.")));
    }

    /** Reads all of the log now and compares it with what was recorded. Callers who ask together get one answer. */
    @RequiresRight(Right.VERIFY_LEDGER)
    @PostMapping("/verification")
    Verification verify() {
        return verifier.verify();
    }

    /** The verifications there were, no matter who asked for them, the newest first. */
    @RequiresRight(Right.CHECK_LEDGER)
    @GetMapping("/verifications")
    Page<Verification> verifications(Paging paging) {
        Page<Run> page = Page.of(runs.all(), VerificationApi::newestFirst, paging);
        return new Page<>(page.items().stream().map(Run::verification).toList(), page.next());
    }

    private static String newestFirst(Run run) {
        return "%019d".formatted(Long.MAX_VALUE - run.number());
    }
}
