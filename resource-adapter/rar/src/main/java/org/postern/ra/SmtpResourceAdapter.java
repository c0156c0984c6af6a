package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;

import java.io.Serializable;
import java.time.Duration;

import javax.transaction.xa.XAResource;

/**
 * Brings mail into the application server: each activation of a message-driven bean that implements {@code MailReceiver} gets a
 * listener of its own. Follows the server: an activation opens the port for sessions, a deactivation (suspend, undeploy) ends the
 * sessions and answers 421, the stop of the adapter frees the port. No activation fails because of a port or a setting, since a
 * failed one would stop a server that is starting; what is wrong is logged with what to do.
 */
@Connector(displayName = "Postern SMTP adapter", vendorName = "Postern", eisType = "SMTP", version = "0.1", transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class SmtpResourceAdapter implements ResourceAdapter, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final XAResource[] NONE = {};

    private final transient Listeners listeners;
    private final transient Interval pulse;

    /** Called by the server. */
    public SmtpResourceAdapter() {
        this(Surroundings.ofSystem());
    }

    SmtpResourceAdapter(Surroundings surroundings) {
        this.listeners = new Listeners(surroundings);
        this.pulse = surroundings.intervals().get();
    }

    @Override
    public void start(BootstrapContext context) {
        Thread.ofVirtual().name("smtp-sweep").start(() -> {
            while (pulse.await(SWEEP)) {
                sweep();
            }
        });
    }

    /** Ends sessions whose clients are too slow. A failure must not end the sweeping. */
    void sweep() {
        try {
            listeners.sweep();
        } catch (RuntimeException e) {
            LOG.sweepFailed(e);
        }
    }

    @Override
    public void stop() {
        listeners.end();
        pulse.end();
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec activation) {
        listeners.activate((SmtpActivationSpec) activation, endpoints);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec activation) {
        listeners.deactivate((SmtpActivationSpec) activation);
    }

    /** {@return nothing: no message is taken over by way of a transaction branch, so that none is ever left in doubt} */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] activations) {
        return NONE;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
