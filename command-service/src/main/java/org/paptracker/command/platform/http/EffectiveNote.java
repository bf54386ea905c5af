package org.paptracker.command.platform.http;

import org.jspecify.annotations.Nullable;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;

/** A body that may say when something became true and what there is to say of it. */
public record EffectiveNote(
        @Nullable BusinessDate effectiveOn, @Text @Nullable String note) {
    /** All of it may be left out, the body with it. */
    public static EffectiveNote orBlank(@Nullable EffectiveNote body) {
        return body == null ? new EffectiveNote(null, null) : body;
    }

    public @Nullable ErasableText text() {
        return ErasableText.ofNullable(note);
    }
}
