package org.paptracker.command.platform.http;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;

/** A body that says why, and may say when it became true. */
public record EffectiveReason(
        @Nullable BusinessDate effectiveOn, @NotNull @Text String reason) {
    public ErasableText text() {
        return ErasableText.of(reason);
    }
}
