package org.postern.net;

import org.postern.network.Networks;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.function.Predicate;

/** The addresses under which other servers reach this gateway: those it was told, and those on which it listens itself. */
public final class OwnAddresses implements Predicate<InetAddress> {
    private final Networks told;
    private final Optional<InetAddress> bound;

    /**
     * @param told by the operator, such as the outer side of a firewall
     * @param bound where mail from the world is taken, on the port to which other servers connect; the unspecified address for all
     *        of the machine
     */
    public OwnAddresses(Networks told, Optional<InetAddress> bound) {
        this.told = told;
        this.bound = bound;
    }

    @Override
    public boolean test(InetAddress address) {
        return told.contains(address) || bound.filter(own -> isListening(own, address)).isPresent();
    }

    private static boolean isListening(InetAddress own, InetAddress address) {
        return own.isAnyLocalAddress() ? isOfThisMachine(address) : own.equals(address);
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }
}
