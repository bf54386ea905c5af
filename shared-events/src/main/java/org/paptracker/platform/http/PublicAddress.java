package org.paptracker.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.settings.BadSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where this service is, as people who use it see it. It is what the settings say. Without a setting it is what the sender
 * says, as far as that is no more than the machine itself or comes from the proxy in front: anybody can write a Host header.
 */
@Component
public class PublicAddress {
    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final @Nullable Origin configured;
    private final boolean hasProxy;

    PublicAddress(
            @Value("${pap.public-address:}") String address,
            @Value("${server.forward-headers-strategy:none}") String forwarded) {
        configured = address.isBlank() ? null : required(address.strip());
        hasProxy = !forwarded.equalsIgnoreCase("none");
    }

    /** Scheme, host and port, which together tell a browser one site from another. The host is in lower case. */
    record Origin(String scheme, String host, int port) {
        /** Null if the text is no address of a site. */
        static @Nullable Origin of(String text) {
            try {
                URI uri = URI.create(text);
                String scheme = uri.getScheme();
                if (scheme == null || uri.getHost() == null || uri.getRawUserInfo() != null) return null;
                return of(scheme, uri.getHost(), uri.getPort());
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private static Origin of(String scheme, String host, int port) {
            String plain = scheme.toLowerCase(Locale.ROOT);
            return new Origin(plain, host.toLowerCase(Locale.ROOT), port > 0 ? port : plain.equals("https") ? 443 : 80);
        }

        boolean hasUsualPort() {
            return port == (scheme.equals("https") ? 443 : 80);
        }

        @Override
        public String toString() {
            return scheme + "://" + host + (hasUsualPort() ? "" : ":" + port);
        }
    }

    /** @throws BadSetting if it is set, and no address of a site */
    public static void check(String address) {
        if (address.isBlank()) return;
        var unused = required(address.strip());
    }

    private static Origin required(String address) {
        Origin origin = Origin.of(address);
        if (origin == null || !origin.scheme.matches("https?") || !address.matches("[A-Za-z]+://[^/?#]+/?")) {
            throw new BadSetting("PAP_PUBLIC_ADDRESS must be a scheme, a host and perhaps a port, such as"
                    + " https://plans.example.org.");
        }
        return origin;
    }

    /** The site that a browser took this request to, as it compares sites. */
    Origin asAsked(HttpServletRequest request) {
        return configured != null
                ? configured
                : Origin.of(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    /** The address to give to others: never one that only the sender has named. */
    Origin toTell(HttpServletRequest request) {
        Origin asked = asAsked(request);
        boolean isCertain = configured != null
                || THIS_MACHINE.contains(asked.host)
                || (hasProxy && request.getHeader(FORWARDED_HOST) != null);
        if (isCertain) return asked;
        String local = request.getLocalAddr();
        String host = local.indexOf(':') < 0 || local.startsWith("[") ? local : "[" + local + "]";
        return Origin.of(request.getScheme(), host, request.getLocalPort());
    }
}
