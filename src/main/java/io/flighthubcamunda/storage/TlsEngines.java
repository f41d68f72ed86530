package io.flighthubcamunda.storage;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;

/**
 * TLS towards stores: Conscrypt where its native code runs, since it costs half of what the JDK's
 * own TLS does, and the JDK's elsewhere. Trusts whom the JDK trusts, and checks the host name.
 */
final class TlsEngines {

  private final SSLContext context;

  private TlsEngines(SSLContext context) {
    this.context = context;
  }

  static TlsEngines trusting(KeyStore authorities) {
    return new TlsEngines(
        context(Conscrypt.isAvailable() ? Conscrypt.newProvider() : null, authorities));
  }

  static TlsEngines ofTheJdkTrusting(KeyStore authorities) {
    return new TlsEngines(context(null, authorities));
  }

  /** Trusts the authorities of the JDK, or those of {@code javax.net.ssl.trustStore}. */
  static TlsEngines open() {
    return trusting(null);
  }

  SSLEngine engine(String host, int port) {
    var engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    var parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static SSLContext context(Provider provider, KeyStore authorities) {
    try {
      var context =
          provider == null
              ? SSLContext.getInstance("TLS")
              : SSLContext.getInstance("TLS", provider);
      context.init(null, trust(authorities), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS towards stores could not be set up: " + e, e);
    }
  }

  private static TrustManager[] trust(KeyStore authorities) throws GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    return trust.getTrustManagers();
  }
}
