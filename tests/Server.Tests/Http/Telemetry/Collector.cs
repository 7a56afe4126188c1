using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.Server.Tests.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>An OTLP collector on a free port of the loopback that keeps what it gets.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const int GrpcFrame = 5;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];
    private readonly ConcurrentQueue<string> _headers = [];

    private Collector(WebApplication app)
    {
        _app = app;
        _app.Run(KeepAsync);
    }

    public string Address => _app.Urls.First();

    /// <summary>The paths that something was sent to.</summary>
    public string[] Paths => [.. _received.Select(request => request.Path).Distinct().Order()];

    public ExportedSpan[] Spans => [.. At("trace", 1, 2, 2).Select(ExportedSpan.Read)];

    public ExportedMetric[] Metrics => [.. At("metrics", 1, 2, 2).Select(ExportedMetric.Read)];

    /// <summary>What the spans say of the server.</summary>
    public Dictionary<string, string> Resource => Exported.Attributes(At("trace", 1, 1).First(), 1);

    /// <summary>All that came, heads and bodies, byte for byte.</summary>
    public string Everything =>
        string.Join('\n', _headers.Concat(_received.Select(request => Encoding.Latin1.GetString(request.Body))));

    public static async Task<Collector> StartAsync(HttpProtocols protocols = HttpProtocols.Http1)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        var collector = new Collector(builder.Build());
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>A server that exports to it.</summary>
    public Task<HttpServer> ServeAsync(Action<ServerOptions>? configure = null) =>
        HttpServer.StartAsync(options => Connect(options, configure));

    /// <inheritdoc cref="ServeAsync(Action{ServerOptions}?)"/>
    public Task<HttpServer> ServeAsync(FakeGateway tools) =>
        HttpServer.StartAsync(tools, options => Connect(options, configure: null));

    /// <summary>The attributes of all points of a metric.</summary>
    public Dictionary<string, string>[] Points(string name) =>
        [.. Metrics.Where(metric => metric.Name == name).SelectMany(metric => metric.Points)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Connect(ServerOptions options, Action<ServerOptions>? configure)
    {
        options.Otlp = new OtlpOptions { LastMoment = HttpServer.Patience };
        options.Otlp.Variables[OtlpOptions.Endpoint] = Address;
        configure?.Invoke(options);
    }

    private IEnumerable<ReadOnlyMemory<byte>> At(string signal, params int[] path) =>
        _received
            .Where(request => request.Path.Contains(signal, StringComparison.Ordinal))
            .SelectMany(request => Proto.At(request.Body, path));

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        bool isGrpc = context.Request.ContentType == "application/grpc";
        _headers.Enqueue(string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")));
        _received.Enqueue((context.Request.Path, body.ToArray()[(isGrpc ? GrpcFrame : 0)..]));
        if (isGrpc)
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[GrpcFrame]);
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }
}
