package org.paptracker.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.redaction.RedactionGround;

/**
 * Free text that an event commits to without containing it. The log's payload keeps only the digest,
 * SHA-256(salt, then the text in UTF-8); salt and text lie beside it and can be removed, while every proof over the
 * payload still holds. Two are equal when they say the same; once erased, when their digests are the same.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits
 * @param salt 16 random bytes in base64; null once erased
 * @param text null once erased
 * @param redaction when and why it was erased; null while it is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasableText(
        String digest,
        @Nullable String salt,
        @Nullable String text,
        @Nullable Redaction redaction) {
    public static final String ALGORITHM = "sha256:";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param on the day on which it was erased, Europe/London */
    public record Redaction(BusinessDate on, RedactionGround ground) {
        String inWords() {
            return "[redacted on %s: %s]".formatted(on.inWords(), ground.inWords());
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public ErasableText(
            @JsonProperty("digest") String digest,
            @JsonProperty("salt") @Nullable String salt,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("redaction") @Nullable Redaction redaction) {
        this.digest = digest;
        this.salt = salt;
        this.text = text;
        this.redaction = redaction;
    }

    public static ErasableText of(String text) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new ErasableText(digest(salt, text), Base64.getEncoder().encodeToString(salt), text, null);
    }

    public static @Nullable ErasableText ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** What a reader sees of {@code text}, which may be absent or erased. */
    public static @Nullable String shown(@Nullable ErasableText text) {
        if (text == null) return null;
        if (text.text != null) return text.text;
        return text.redaction == null ? "[redacted]" : text.redaction.inWords();
    }

    /** Whether salt and text, where present, are what the digest was made from. */
    @JsonIgnore
    public boolean isGenuine() {
        return salt == null
                || text == null
                || digest.equals(digest(Base64.getDecoder().decode(salt), text));
    }

    private static String digest(byte[] salt, String text) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(salt);
        return ALGORITHM + Sha256.hex(sha256, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ErasableText that
                && Objects.equals(text, that.text)
                && (text != null || digest.equals(that.digest));
    }

    @Override
    public int hashCode() {
        return text == null ? digest.hashCode() : text.hashCode();
    }

    /** The digest only: what may be forgotten must not reach a log file. */
    @Override
    public String toString() {
        return digest;
    }
}
