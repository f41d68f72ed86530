package io.flighthubcamunda.worker.instance;

import java.net.URI;

/**
 * Where Operate is and who we are there. {@link #toString()} hides the password.
 *
 * @param url of Operate's API, without a path
 */
public record OperateLogin(URI url, String username, String password) {

  @Override
  public String toString() {
    return "OperateLogin[url=%s, username=%s]".formatted(url, username);
  }
}
