package io.flighthubcamunda.worker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Only in workers that deploy, which all do unless {@code camunda.client.deployment.enabled=false}.
 */
@ConditionalOnProperty(
    prefix = "camunda.client.deployment",
    name = "enabled",
    havingValue = "true",
    matchIfMissing = true)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ConditionalOnDeployment {}
