package io.flighthubcamunda.simulator;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Answers with the ETag of other bytes than those that were stored. */
final class OtherEtagResponse extends HttpServletResponseWrapper {

  private static final String OTHER = "\"00000000000000000000000000000000\"";

  OtherEtagResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, name.equalsIgnoreCase("ETag") ? OTHER : value);
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, name.equalsIgnoreCase("ETag") ? OTHER : value);
  }
}
