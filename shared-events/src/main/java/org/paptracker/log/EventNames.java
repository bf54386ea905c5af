package org.paptracker.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.events.EventFamily;
import org.paptracker.events.EventType;
import org.paptracker.events.Upcaster;
import org.paptracker.fold.Fold;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The events there are, by the names that the log holds: {@link EventType}, found through the sealed families. */
public final class EventNames {
    private static final String PACKAGE = DomainEvent.class.getPackageName();

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, EventType> BY_TYPE = new HashMap<>();

    static {
        families().stream().flatMap(Fold::recordsOf).forEach(EventNames::put);
    }

    private EventNames() {}

    private static void put(Class<?> type) {
        EventType named = type.getAnnotation(EventType.class);
        if (named == null) throw new IllegalStateException("No name for " + type);
        Class<?> other = BY_NAME.put(named.value(), type.asSubclass(DomainEvent.class));
        if (other != null) throw new IllegalStateException(type + " and " + other + " have one name");
        if (named.revision() != named.upcasters().length + 1) {
            throw new IllegalStateException(type + " needs an upcaster for each revision before " + named.revision());
        }
        BY_TYPE.put(type, named);
    }

    /** Every family of events, by the class of its sealed interface. */
    public static List<Class<? extends DomainEvent>> families() {
        return inThePackage()
                .filter(type -> type.isAnnotationPresent(EventFamily.class))
                .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
                .toList();
    }

    private static Stream<Class<?>> inThePackage() {
        try {
            ClassLoader loader = EventNames.class.getClassLoader();
            Resource[] files = new PathMatchingResourcePatternResolver(loader)
                    .getResources("classpath*:" + PACKAGE.replace('.', '/') + "/*Event.class");
            return Stream.of(files).map(file -> named(String.valueOf(file.getFilename()), loader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(String file, ClassLoader loader) {
        try {
            return Class.forName(PACKAGE + "." + file.replace(".class", ""), false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every name, in no order. */
    public static Set<String> all() {
        return Set.copyOf(BY_NAME.keySet());
    }

    /** The name of an event's type; null if it is not an event of the domain. */
    public static @Nullable String of(Class<?> type) {
        EventType named = BY_TYPE.get(type);
        return named == null ? null : named.value();
    }

    /** The type that a name stands for; null if the name is unknown. */
    public static @Nullable Class<? extends DomainEvent> type(String name) {
        return BY_NAME.get(name);
    }

    /** The type that is written under a name in a revision today; null if the name or the revision is another one. */
    static @Nullable Class<? extends DomainEvent> type(String name, @Nullable String revision) {
        Class<? extends DomainEvent> type = BY_NAME.get(name);
        return type != null && revision(type).equals(revision) ? type : null;
    }

    /** The revision that an event of the domain is written in today. */
    public static String revision(Class<?> type) {
        return String.valueOf(typeOf(type).revision());
    }

    /** What turns the earlier revisions of an event into today's: the first takes revision 1. */
    static List<Upcaster> upcasters(Class<?> type) {
        List<Upcaster> upcasters = new ArrayList<>();
        for (Class<? extends Upcaster> upcaster : typeOf(type).upcasters()) {
            try {
                upcasters.add(upcaster.getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(upcasters);
    }

    private static EventType typeOf(Class<?> type) {
        EventType named = BY_TYPE.get(type);
        if (named == null) throw new IllegalArgumentException(type + " is no event of the domain");
        return named;
    }

    /** Whether something begins with an event. */
    public static boolean creates(DomainEvent event) {
        EventType named = BY_TYPE.get(event.getClass());
        return named != null && named.creates();
    }

    /** Whether something begins with the event of this name; no if the name is unknown. */
    public static boolean creates(String name) {
        EventType named = BY_TYPE.get(BY_NAME.get(name));
        return named != null && named.creates();
    }
}
