package io.flighthubcamunda.docs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a test that proves a row of README's table "What happens when …". The rows and these are held
 * against each other.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WhatHappensWhen {

  /** First cells of the rows that it proves, as they stand there. */
  String[] value();
}
