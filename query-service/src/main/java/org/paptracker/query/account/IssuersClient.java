package org.paptracker.query.account;

import org.jspecify.annotations.Nullable;
import org.paptracker.platform.security.Issuer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** What these pages are to the identity provider. Made when first needed: the service starts while that is away. */
final class IssuersClient implements ClientRegistrationRepository {
    static final String ID = "issuer";

    private final Issuer issuer;
    private final String id;
    private final String secret;
    private volatile @Nullable ClientRegistration known;

    /** @param secret empty for a client without one, whom its proof key must do for */
    IssuersClient(Issuer issuer, String id, String secret) {
        this.issuer = issuer;
        this.id = id;
        this.secret = secret;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String asked) {
        if (!ID.equals(asked)) return null;
        ClientRegistration before = known;
        if (before != null) return before;
        ClientRegistration now = register();
        known = now;
        return now;
    }

    private ClientRegistration register() {
        ClientRegistration.Builder client = ClientRegistrations.fromOidcConfiguration(issuer.configuration())
                .registrationId(ID)
                .clientId(id)
                .scope("openid", "profile")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                // Else who sees the code on its way could use it.
                .clientSettings(ClientSettings.builder().requireProofKey(true).build());
        return secret.isEmpty()
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : client.clientSecret(secret).build();
    }
}
