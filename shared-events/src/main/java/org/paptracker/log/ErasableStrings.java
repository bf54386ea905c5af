package org.paptracker.log;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.paptracker.values.ClosedShape;
import org.paptracker.values.ErasableText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Events hold titles, roles and names as plain strings, and so do all that read them. The log keeps each of them as it
 * keeps an {@link ErasableText}: by digest, with the words beside it. Only codes and what is marked as of a
 * {@link ClosedShape} stays in clear. What has been erased reads as the words that say so. ADR 28.
 */
final class ErasableStrings extends NopAnnotationIntrospector {
    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated property) {
        return isErasable(property) && property.getRawType() == String.class ? Write.class : null;
    }

    @Override
    public @Nullable Object findContentSerializer(MapperConfig<?> config, Annotated property) {
        return isErasable(property) && isOfStrings(property) ? Write.class : null;
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated property) {
        return isErasable(property) && property.getRawType() == String.class ? Read.class : null;
    }

    @Override
    public @Nullable Object findContentDeserializer(MapperConfig<?> config, Annotated property) {
        return isErasable(property) && isOfStrings(property) ? Read.class : null;
    }

    private static boolean isOfStrings(Annotated property) {
        return property.getType().isCollectionLikeType()
                && property.getType().getContentType().hasRawClass(String.class);
    }

    private static boolean isErasable(Annotated property) {
        if (!(property instanceof AnnotatedMember member)) return false;
        RecordComponent component = component(member);
        return component != null && isErasable(component);
    }

    private static @Nullable RecordComponent component(AnnotatedMember member) {
        if (!member.getDeclaringClass().isRecord()) return null;
        RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
        if (member instanceof AnnotatedParameter parameter) return components[parameter.getIndex()];
        return Arrays.stream(components)
                .filter(component -> component.getName().equals(member.getName()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the strings that a component holds are kept beside the event. */
    static boolean isErasable(RecordComponent component) {
        return component.getDeclaringRecord() != ErasableText.class
                && !component.isAnnotationPresent(ClosedShape.class)
                && !component.getAccessor().isAnnotationPresent(JsonValue.class); // a code: the guard has seen it
    }

    /** Without salt: {@link ErasableTexts#takeOut} gives each text its own as it goes into the log. */
    private static final class Write extends ValueSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("digest", ErasableTexts.TO_COME);
            json.writeStringProperty("text", text);
            json.writeEndObject();
        }
    }

    private static final class Read extends ValueDeserializer<String> {
        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            return String.valueOf(ErasableText.shown(context.readValue(json, ErasableText.class)));
        }
    }
}
