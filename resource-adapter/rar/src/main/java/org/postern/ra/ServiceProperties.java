package org.postern.ra;

/** What a listener offers beside taking mail; behind each stands a method of the mail receiver. */
public abstract class ServiceProperties extends TrustProperties {
    private static final long serialVersionUID = 1L;

    ServiceProperties() {}

    final ListenerSettings.Offers offers() {
        return new ListenerSettings.Offers(flag(ListenerProperty.ETRN), seconds(ListenerProperty.FUTURE_RELEASE));
    }

    /** {@return whether a node may ask for the mail that waits for it (RFC 1985)} */
    public String getEtrn() {
        return get(ListenerProperty.ETRN);
    }

    public void setEtrn(String etrn) {
        set(ListenerProperty.ETRN, etrn);
    }

    /** {@return seconds a submission may be held before it goes on (RFC 4865); 0 for none} */
    public String getFutureRelease() {
        return get(ListenerProperty.FUTURE_RELEASE);
    }

    public void setFutureRelease(String futureRelease) {
        set(ListenerProperty.FUTURE_RELEASE, futureRelease);
    }
}
