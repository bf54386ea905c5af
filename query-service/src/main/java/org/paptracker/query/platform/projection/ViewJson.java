package org.paptracker.query.platform.projection;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON of stored views: as the API writes it, but of people it holds pseudonyms, and a field that a newer or older version
 * wrote is no error.
 */
public final class ViewJson {
    private ViewJson() {}

    /** Somebody who was told of already is stored as told: that is a difference between answers, and no view. */
    private static final class Stored extends ValueSerializer<Who> {
        @Override
        public void serialize(Who who, JsonGenerator json, SerializationContext context) {
            json.writeString(who.called() == null ? who.stored() : who.called());
        }
    }

    /** A date that was not over when it was said keeps the day from which it counts. */
    private static final class Dated extends ValueSerializer<Effective> {
        @Override
        public void serialize(Effective on, JsonGenerator json, SerializationContext context) {
            json.writeString(on.stored());
        }
    }

    /** For a view that is kept, and read again. */
    static JsonMapper kept(JsonMapper api) {
        return from(api)
                .rebuild()
                .addModule(new SimpleModule("from-when-it-counts").addSerializer(Effective.class, new Dated()))
                .build();
    }

    /** For what two views differ in, before a reader is told of it. */
    public static JsonMapper from(JsonMapper api) {
        return api.rebuild()
                .addModule(new SimpleModule("who-is-stored").addSerializer(Who.class, new Stored()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
