package org.postern.account.door;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.postern.ra.tls.ServerTls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.net.ssl.SSLEngine;

/** A port that takes connections inside TLS and hands on those that begin as a client of the broker does. */
public final class TlsDoor implements AutoCloseable {
    private static final int BACKLOG = 100;

    private final EventLoopGroup threads = new NioEventLoopGroup(0, new DefaultThreadFactory("postern-door", true));
    private final AtomicInteger open = new AtomicInteger();
    private final Terms terms;
    private final Consumer<Channel> onto;

    /**
     * What a door asks of whoever comes.
     *
     * @param tls makes the handshakes
     * @param connections that are open at a time at most; what is more is closed at once
     * @param patience with the handshake and the first octets together
     */
    public record Terms(ServerTls tls, int connections, Duration patience) {}

    private TlsDoor(Terms terms, Consumer<Channel> onto) {
        this.terms = terms;
        this.onto = onto;
    }

    /**
     * {@return a door that is open}
     *
     * @param onto is given each connection that has begun well, to add what reads from it; it is inside TLS then, and its first octets are still to be read
     * @throws IOException when nobody can listen at this address
     */
    public static TlsDoor open(InetSocketAddress address, Terms terms, Consumer<Channel> onto) throws IOException {
        TlsDoor door = new TlsDoor(terms, onto);
        try {
            door.listen(address);
            return door;
        } catch (IOException | RuntimeException e) {
            door.close();
            throw e;
        }
    }

    private void listen(InetSocketAddress address) throws IOException {
        var bound = new ServerBootstrap().group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        enter(channel);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
    }

    private void enter(Channel channel) {
        int now = open.incrementAndGet();
        channel.closeFuture().addListener(_ -> open.decrementAndGet());
        Optional<SSLEngine> engine = now > terms.connections() ? Optional.empty() : terms.tls().engine();
        if (engine.isEmpty()) {
            letGo(channel);
            return;
        }
        SslHandler handshake = new SslHandler(engine.get());
        handshake.setHandshakeTimeoutMillis(0);
        var end = channel.eventLoop()
                .schedule(() -> letGo(channel), terms.patience().toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(_ -> end.cancel(false));
        channel.pipeline().addLast(handshake, new FirstOctets(() -> {
            end.cancel(false);
            onto.accept(channel);
        }));
    }

    private static void letGo(Channel channel) {
        var _ = channel.close();
    }

    /** Closes the port, and each connection that came in by it. */
    @Override
    public void close() {
        var _ = threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
