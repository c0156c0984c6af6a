package org.postern.ra;

import org.postern.network.Networks;

/** Whom a listener believes what it says of others. */
public abstract class TrustProperties extends TlsProperties {
    private static final long serialVersionUID = 1L;

    TrustProperties() {}

    final ListenerSettings.Trust trust() {
        return new ListenerSettings.Trust(flag(ListenerProperty.PROXY_PROTOCOL), networks(ListenerProperty.PROXIES),
                networks(ListenerProperty.XCLIENT_NETWORKS));
    }

    final boolean flag(ListenerProperty property) {
        return switch (get(property).strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(
                    property + " is '" + get(property) + "', but must be true or false");
        };
    }

    private Networks networks(ListenerProperty property) {
        try {
            return Networks.parse(get(property));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + ": " + e.getMessage(), e);
        }
    }

    /** {@return whether each connection begins with a header of the PROXY protocol} */
    public String getProxyProtocol() {
        return get(ListenerProperty.PROXY_PROTOCOL);
    }

    public void setProxyProtocol(String proxyProtocol) {
        set(ListenerProperty.PROXY_PROTOCOL, proxyProtocol);
    }

    /** {@return networks of the proxies, separated by commas; where each connection begins with a header, nobody else is served} */
    public String getProxies() {
        return get(ListenerProperty.PROXIES);
    }

    public void setProxies(String proxies) {
        set(ListenerProperty.PROXIES, proxies);
    }

    /** {@return networks of the clients that may use XCLIENT, separated by commas} */
    public String getXclientNetworks() {
        return get(ListenerProperty.XCLIENT_NETWORKS);
    }

    public void setXclientNetworks(String xclientNetworks) {
        set(ListenerProperty.XCLIENT_NETWORKS, xclientNetworks);
    }
}
