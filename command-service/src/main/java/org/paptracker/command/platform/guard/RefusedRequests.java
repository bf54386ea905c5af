package org.paptracker.command.platform.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.Suspected;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a refused request a reference, by which its sender can ask for an override, and reads such references. They say
 * what they stand for, so nothing is kept; and nobody can make one without the key.
 */
@Component
public final class RefusedRequests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder TO_BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]+)\\.([0-9a-f]{64})");

    private final GuardKey key;

    RefusedRequests(GuardKey key) {
        this.key = key;
    }

    /**
     * @param person who sent it, as the log calls them
     * @param source the document that it was taken from; null if it named none
     */
    public GuardedRequest of(
            String person, Record command, String stream, @Nullable String source, List<Suspected> suspected) {
        String name = command.getClass().getSimpleName();
        String all = Everything.in(List.of(person, name, stream, suspected, command))
                + Everything.in(source == null ? List.of() : List.of(source));
        String fingerprint = HexFormat.of().formatHex(key.mac("request", bytes(all)));
        return new GuardedRequest(person, name, stream, suspected, fingerprint);
    }

    /** What the sender of a refused request passes on. */
    public String reference(PlanId plan, GuardedRequest request) {
        byte[] json = JSON.writeValueAsBytes(request);
        return TO_BASE64.encodeToString(json) + "." + HexFormat.of().formatHex(key.mac("reference in " + plan, json));
    }

    /** Empty if this service did not make the reference, for this plan. */
    public Optional<GuardedRequest> read(PlanId plan, String reference) {
        Matcher parts = SHAPE.matcher(reference.strip());
        if (!parts.matches()) return Optional.empty();
        try {
            byte[] json = Base64.getUrlDecoder().decode(parts.group(1));
            boolean own = MessageDigest.isEqual(
                    key.mac("reference in " + plan, json), HexFormat.of().parseHex(parts.group(2)));
            return own ? Optional.of(JSON.readValue(json, GuardedRequest.class)) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
