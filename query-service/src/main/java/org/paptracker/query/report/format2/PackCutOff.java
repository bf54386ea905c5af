package org.paptracker.query.report.format2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.query.stocktake.StocktakeView.CutOff;
import org.paptracker.values.BusinessDate;

/** Where the history that counts ended. */
record PackCutOff(
        long position,
        BusinessDate day,
        Instant frozenAt,
        Who by,
        @Nullable String note) {
    static PackCutOff of(CutOff cutOff) {
        return new PackCutOff(cutOff.position(), cutOff.day().date(), cutOff.frozenAt(), cutOff.by(), cutOff.note());
    }
}
