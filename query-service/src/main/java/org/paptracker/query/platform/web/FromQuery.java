package org.paptracker.query.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that an endpoint takes as one parameter. Each of its components is a parameter of the query, and is read as
 * {@code @RequestParam(required = false)} would be.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromQuery {}
