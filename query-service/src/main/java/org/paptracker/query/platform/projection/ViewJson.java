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

    public static JsonMapper from(JsonMapper api) {
        return api.rebuild()
                .addModule(new SimpleModule("who-is-stored").addSerializer(Who.class, new Stored()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
