package org.paptracker.command.platform.axon;

import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How long the commands of one stream queue for it in this process. As shipped it is a minute: too long behind one to
 * whom the store does not answer. ADR 20.
 */
@Configuration
class Queueing {
    private static final int LOOK_EVERY_MS = 10;
    private static final int MOST_LOOKS = 1_000;

    @Bean
    ConfigurerModule boundedQueues() {
        return axon -> axon.onInitialize(configuration ->
                configuration.findModules(AggregateConfigurer.class).forEach(Queueing::bound));
    }

    private static void bound(AggregateConfigurer<?> aggregate) {
        aggregate.configureLockFactory(unused -> PessimisticLockFactory.builder()
                .lockAttemptTimeout(LOOK_EVERY_MS)
                .acquireAttempts(MOST_LOOKS)
                .build());
    }
}
