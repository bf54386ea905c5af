package org.paptracker.command.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** A header is bytes, and Tomcat takes each for a character. The title of a document may well hold a curly quote. */
@Configuration
class HeadersInUtf8 {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    /** As strict as Spring's own, but reading first what the bytes say. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                raw -> text(raw).filter(text -> ALLOWED.matcher(text).matches()).isPresent());
        return firewall;
    }

    /** Of a header that the firewall has let through. */
    static String decoded(String raw) {
        return text(raw).orElse("");
    }

    /** Empty if it is no UTF-8. */
    private static Optional<String> text(String raw) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
