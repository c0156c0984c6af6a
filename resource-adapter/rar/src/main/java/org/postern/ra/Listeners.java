package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The listeners of one adapter, each with the activation it serves. A listener outlives the suspension of its activation, so that
 * its port keeps answering. It ends when the adapter stops, or when an activation of its name comes back with other settings.
 */
final class Listeners {
    private final Surroundings surroundings;
    private final ManagementView view = new ManagementView();
    private final List<Held> held = new ArrayList<>();
    private final List<RefusedListenerView> refused = new ArrayList<>();

    /** A listener, and the activation it serves or last served. */
    private record Held(SmtpActivationSpec activation, SmtpListener listener) {
        boolean waitsFor(String name) {
            return !listener.isActive() && listener.settings().name().equals(name);
        }
    }

    Listeners(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Takes sessions for this activation: by the listener that waits for it, or by a new one. Wrong settings are logged and shown,
     * and nothing is started.
     */
    synchronized void activate(SmtpActivationSpec activation, MessageEndpointFactory endpoint) {
        try {
            activate(activation, activation.settings(), endpoint);
        } catch (IllegalArgumentException e) {
            LOG.wrongSettings(activation.getListenerName(), e.getMessage());
            RefusedListenerView refusal = new RefusedListenerView(activation, e.getMessage());
            refused.add(refusal);
            view.show(refusal);
        }
    }

    private void activate(SmtpActivationSpec activation, ListenerSettings settings, MessageEndpointFactory endpoint) {
        Optional<Held> waiting = held.stream().filter(h -> h.waitsFor(settings.name())).findFirst();
        waiting.ifPresent(held::remove);
        if (waiting.isPresent() && waiting.get().listener().settings().equals(settings)) {
            SmtpListener listener = waiting.get().listener();
            held.add(new Held(activation, listener));
            listener.resume(endpoint);
            return;
        }
        waiting.ifPresent(h -> end(h.listener()));
        start(activation, settings, endpoint);
    }

    private void start(SmtpActivationSpec activation, ListenerSettings settings, MessageEndpointFactory endpoint) {
        if (settings.isOff()) {
            LOG.off(settings.name());
            return;
        }
        SmtpListener listener = new SmtpListener(settings, surroundings);
        held.add(new Held(activation, listener));
        view.show(new StartedListenerView(listener));
        compareWithHeap(settings);
        listener.start(endpoint);
    }

    /** A limit that the heap does not bear is not kept: better to know so from the start. */
    private void compareWithHeap(ListenerSettings last) {
        long needed = held.stream().map(Held::listener).mapToLong(SmtpListener::memory).sum();
        long given = surroundings.memory().sessions().octets();
        if (needed > given) {
            long sessions = held.stream().mapToLong(h -> h.listener().settings().sessions().total()).sum();
            LOG.heapForFewer(last.name(), sessions, given / SessionMemory.each(last),
                    SessionMemory.heapFor(needed) >> 20);
        }
    }

    /**
     * Suspends the listener of this activation. Since a server that is suspended or stopped deactivates one endpoint after the
     * other, the first call also pauses all other listeners: they drain at the same time, and take no session that would be cut
     * a moment later.
     */
    void deactivate(SmtpActivationSpec activation) {
        List<Held> all = copy();
        List<SmtpListener> meant = all.stream()
                .filter(h -> h.activation() == activation && h.listener().isActive())
                .map(Held::listener)
                .toList();
        if (!meant.isEmpty()) {
            all.stream().map(Held::listener).filter(listener -> !meant.contains(listener)).forEach(SmtpListener::pause);
        }
        meant.forEach(SmtpListener::suspend);
        forgetRefused(refusal -> refusal.activation() == activation);
    }

    private synchronized void forgetRefused(Predicate<RefusedListenerView> which) {
        refused.stream().filter(which).forEach(refusal -> view.hide(refusal.getName()));
        refused.removeIf(which);
    }

    /** Ends all. */
    void end() {
        List<Held> all = copy();
        all.forEach(h -> h.listener().pause());
        all.forEach(h -> end(h.listener()));
        synchronized (this) {
            held.removeAll(all);
        }
        forgetRefused(refusal -> true);
    }

    private void end(SmtpListener listener) {
        view.hide(listener.settings().name());
        listener.close();
    }

    void sweep() {
        copy().forEach(h -> h.listener().sweep());
    }

    private synchronized List<Held> copy() {
        return List.copyOf(held);
    }
}
