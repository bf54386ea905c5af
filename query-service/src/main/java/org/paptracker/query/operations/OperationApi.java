package org.paptracker.query.operations;

import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.query.platform.web.Cursor;
import org.paptracker.query.platform.web.Page;
import org.paptracker.query.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations")
class OperationApi {
    private final Operations operations;

    OperationApi(Operations operations) {
        this.operations = operations;
    }

    /** What was done to the projections, by whom and why, the newest first. */
    @RequiresRight(Right.READ_OPERATIONS)
    @GetMapping
    Page<Operation> operations(Paging paging) {
        Cursor cursor = Cursor.of(paging);
        return operations.page(cursor == null ? null : cursor.key(), paging.limit());
    }
}
