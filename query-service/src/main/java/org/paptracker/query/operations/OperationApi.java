package org.paptracker.query.operations;

import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations")
class OperationApi {
    private static final String CURSOR = "[0-9]{13}-[0-9a-f]{8}";

    private final Operations operations;

    OperationApi(Operations operations) {
        this.operations = operations;
    }

    /** What was done to the projections, by whom and why, the newest first. */
    @RequiresRight(Right.READ_OPERATIONS)
    @GetMapping
    Page<Operation> operations(Paging paging) {
        String cursor = paging.cursor();
        if (cursor != null && !cursor.matches(CURSOR)) {
            throw new Refused(Problem.malformed("cursor", "must be the \"next\" of an earlier answer"));
        }
        return operations.page(cursor, paging.limit());
    }
}
