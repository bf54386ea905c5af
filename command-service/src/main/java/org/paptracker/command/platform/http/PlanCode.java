package org.paptracker.command.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A code of a plan as a whole, in lower case. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = PlanCode.SHAPE, message = "must be " + PlanCode.WORDS)
public @interface PlanCode {
    String SHAPE = "[a-z0-9][a-z0-9._-]{0,63}";
    String WORDS =
            "a plan's code: 1 to 64 lower-case letters, digits, dots, hyphens and underscores, starting with a letter or digit";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
