package org.paptracker.query.history;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.paptracker.events.DomainEvent;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every slice and every projection, found as the service finds them, without starting it. */
public final class EverySlice {
    private static final Slices ALL = found();

    private EverySlice() {}

    private static Slices found() {
        try (GenericApplicationContext beans = new GenericApplicationContext()) {
            Slices.register(beans);
            beans.refresh();
            List<Slice<?, ?>> found = new ArrayList<>();
            beans.getBeansOfType(Slice.class).values().forEach(found::add);
            return new Slices(found);
        }
    }

    public static Slices slices() {
        return ALL;
    }

    public static List<Slice<?, ?>> all() {
        return ALL.all();
    }

    public static Slice<?, ?> of(DomainEvent event) {
        return ALL.of(event);
    }

    /** The names of the projections, which are those of the collections that they keep. */
    public static List<String> projections() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessingGroup.class));
        return scanner.findCandidateComponents("org.paptracker.query").stream()
                .map(found -> ((AnnotatedBeanDefinition) found)
                        .getMetadata()
                        .getAnnotations()
                        .get(ProcessingGroup.class)
                        .getString(MergedAnnotation.VALUE))
                .distinct()
                .sorted()
                .toList();
    }
}
