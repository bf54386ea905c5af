package org.paptracker.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON under the names of {@link EventNames}: fields in the order of the record, absent when null. It reads
 * today's revision only: {@link Upcasters} come before it. Another revision is of an unknown type, never a guess.
 */
public final class EventSerializer extends Jackson3Serializer {
    public EventSerializer() {
        super(builder().jsonMapperBuilderCustomizer(EventSerializer::shape));
    }

    private static void shape(JsonMapper.Builder mapper) {
        mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new ErasableStrings(), mapper.annotationIntrospector()))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        Class<?> event = EventNames.type(type.getName(), type.getRevision());
        return event == null ? super.resolveClassName(type) : event.getName();
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public SerializedType typeForClass(Class type) {
        String name = type == null ? null : EventNames.of(type);
        return name == null ? super.typeForClass(type) : new SimpleSerializedType(name, EventNames.revision(type));
    }
}
