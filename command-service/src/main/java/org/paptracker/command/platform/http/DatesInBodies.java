package org.paptracker.command.platform.http;

import java.time.DateTimeException;
import java.util.function.Function;
import org.paptracker.platform.http.CalendarDays;
import org.paptracker.platform.http.MonthOrYears;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.Period;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Dates in bodies and in tables are read as all others that come in are: {@link CalendarDays}. */
@Component
class DatesInBodies implements JsonMapperBuilderCustomizer {
    @Override
    public void customize(JsonMapper.Builder json) {
        json.addModule(new SimpleModule("dates")
                .addDeserializer(BusinessDate.class, new Read<>(BusinessDate.class, CalendarDays::date))
                .addDeserializer(Period.class, new Read<>(Period.class, CalendarDays::period)));
    }

    private static final class Read<D> extends StdDeserializer<D> {
        private final transient Function<String, D> reading;

        Read(Class<D> type, Function<String, D> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked") // as Jackson declares what it answers with
        public D deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (D) context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getString();
            try {
                return reading.apply(text);
            } catch (MonthOrYears e) {
                throw DatabindException.from(parser, String.valueOf(e.getMessage()), e);
            } catch (DateTimeException e) {
                return (D) context.handleWeirdStringValue(handledType(), text, "no such date");
            }
        }
    }
}
