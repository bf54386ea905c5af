package org.paptracker.command.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
        firewall.setAllowedHeaderValues(raw -> ALLOWED.matcher(decoded(raw)).matches());
        return firewall;
    }

    /** What is no UTF-8 stays as it came. */
    static String decoded(String raw) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }
}
