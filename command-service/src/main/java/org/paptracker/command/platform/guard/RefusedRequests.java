package org.paptracker.command.platform.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.guard.GuardedRequest;
import org.paptracker.values.guard.Suspected;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a refused request a reference, by which its sender can ask for an override, and reads such references. They hold
 * what they stand for, sealed, so nothing is kept.
 */
@Component
public final class RefusedRequests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder TO_BASE64 = Base64.getUrlEncoder().withoutPadding();

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

    /** What the sender of a refused request passes on. Nobody but this service can read it or make one. */
    public String reference(PlanId plan, GuardedRequest request) {
        return TO_BASE64.encodeToString(key.sealed(plan.value(), JSON.writeValueAsBytes(request)));
    }

    /** Empty if this service did not make the reference, for this plan. */
    public Optional<GuardedRequest> read(PlanId plan, String reference) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(reference.strip());
            return key.opened(plan.value(), sealed).map(json -> JSON.readValue(json, GuardedRequest.class));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
