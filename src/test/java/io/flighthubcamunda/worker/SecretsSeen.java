package io.flighthubcamunda.worker;

import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.StorageCredential;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes every secret that passes through the workers, so that a test can look for it elsewhere. */
final class SecretsSeen implements BeanPostProcessor {

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  void add(String secret) {
    secrets.add(secret);
  }

  Set<String> all() {
    return Set.copyOf(secrets);
  }

  /** Storage keys pass through the client of FlightHub's API. */
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof OpenModelApi api)) {
      return bean;
    }
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {OpenModelApi.class},
        (proxy, method, arguments) -> {
          try {
            var answer = method.invoke(api, arguments);
            if (answer instanceof StorageCredential credential) {
              add(credential.accessKeyId());
              add(credential.secretAccessKey());
              add(credential.sessionToken());
            }
            return answer;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
