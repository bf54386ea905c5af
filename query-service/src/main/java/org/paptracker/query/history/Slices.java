package org.paptracker.query.history;

import java.util.List;
import org.paptracker.events.DomainEvent;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** Every slice there is: each {@link Slice} under the package of the service is a bean, with no annotation to forget. */
@Component
public class Slices {
    private static final String SERVICE = "org.paptracker.query";

    private final List<Slice<?, ?>> all;

    Slices(List<Slice<?, ?>> all) {
        this.all = List.copyOf(all);
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor everySlice() {
        return Slices::register;
    }

    static void register(BeanDefinitionRegistry beans) {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Slice.class));
        scanner.scan(SERVICE);
    }

    public List<Slice<?, ?>> all() {
        return all;
    }

    /** The slice that an event belongs to. */
    public Slice<?, ?> of(DomainEvent event) {
        return all.stream()
                .filter(slice -> slice.family().isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No slice for " + event.getClass()));
    }
}
