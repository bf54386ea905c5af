package org.paptracker.command.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.paptracker.platform.http.WrittenText;

/** Free text: something in it, and not a book. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Size(max = 5000, message = "must be no longer than 5,000 characters")
@Written(oneLine = false, message = WrittenText.WORDS)
@Visible(message = "must not be blank; leave it out if there is nothing to say")
public @interface Text {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
