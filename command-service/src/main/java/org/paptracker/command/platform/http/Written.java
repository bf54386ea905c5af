package org.paptracker.command.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.WrittenText;

/** Free of what nobody can see: {@link WrittenText}. */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Written.Check.class)
@interface Written {
    boolean oneLine();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** As {@link WrittenText} says. */
    final class Check implements ConstraintValidator<Written, String> {
        private boolean oneLine;

        @Override
        public void initialize(Written constraint) {
            oneLine = constraint.oneLine();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || (oneLine ? WrittenText.isLine(text) : WrittenText.isText(text));
        }
    }
}
