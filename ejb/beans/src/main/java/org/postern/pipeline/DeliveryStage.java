package org.postern.pipeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.postern.broker.ReceivedMail;
import org.postern.broker.StoreReadiness;
import org.postern.delivery.Delivery;
import org.postern.delivery.TakenMarks;
import org.postern.delivery.outcome.NextSteps;
import org.postern.metric.Meters;
import org.postern.pipeline.letters.ReportDelivery;
import org.postern.pipeline.sink.SinkDelivery;
import org.postern.queue.Lane;
import org.postern.queue.QueueUnavailableException;

import java.io.IOException;

/**
 * Where mail goes out: one attempt to hand it on, and what follows from it. Takes one message at a time from the queue, so that none
 * lies behind a slow server while other sessions have nothing to do. When the gateway stops, the broker waits for as long as
 * {@code callTimeout} says, and then interrupts what is still under way.
 */
@MessageDriven(activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/postern.outgoing"),
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0"),
        @ActivationConfigProperty(propertyName = "callTimeout", propertyValue = "10000"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${postern.delivery.sessions:40}")})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryStage implements MessageListener {
    private final Lane lane;

    @Inject
    private StoreReadiness stores;
    @Inject
    private Taking taking;
    @Inject
    private Delivery delivery;
    @Inject
    private ReportDelivery reports;
    @Inject
    private SinkDelivery sink;
    @Inject
    private Aftermath aftermath;
    @Inject
    private Undisturbed undisturbed;
    @Inject
    private TakenMarks marks;
    @Inject
    private Meters meters;

    /** For mail that somebody waits for. */
    public DeliveryStage() {
        this(Lane.ORDINARY);
    }

    DeliveryStage(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void onMessage(Message message) {
        taking.take(message, lane.queue(), lane == Lane.BULK ? stores::awaitRoom : stores::awaitQueues, this::deliver);
    }

    private void deliver(ReceivedMail received) throws InterruptedException, IOException, QueueUnavailableException {
        long begun = meters.now();
        NextSteps next = next(received);
        meters.attempted(lane, begun);
        // An interrupt has ended the attempt. What it came to is kept all the same, whether interrupted by now or not before long.
        if (Thread.interrupted()) {
            PipelineLog.LOG.attemptCutShort(received.mail().message().id().text());
        }
        if (next.isOver()) {
            aftermath.carryOut(next); // most mail: not worth another thread, for an interrupt costs no more than the end of a story
        } else {
            undisturbed.carryOut(() -> aftermath.carryOut(next));
        }
        meters.left(lane, received.mail().arrived(), next.events());
        marks.done(received.delivery());
    }

    private NextSteps next(ReceivedMail received) throws InterruptedException, IOException {
        if (ReportDelivery.isFor(received.mail())) {
            return reports.take(received);
        }
        return SinkDelivery.isFor(received.mail())
                ? sink.take(received)
                : delivery.attempt(received.delivery(), received.mail());
    }
}
