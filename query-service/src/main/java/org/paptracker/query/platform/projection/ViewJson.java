package org.paptracker.query.platform.projection;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of stored views: as the API writes it, but a field that a newer or older version wrote is no error. */
public final class ViewJson {
    private ViewJson() {}

    public static JsonMapper from(JsonMapper api) {
        return api.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
