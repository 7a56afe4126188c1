using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace ClickUpMcp.Driver.Http;

/// <summary>One connection that sends prebuilt requests and reads responses into one buffer, so that the client costs little.</summary>
/// <remarks>It reads what the measured servers write: a length or chunks, no pipelining.</remarks>
public sealed class HttpConnection : IDisposable
{
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[1 << 16];
    private int _head;
    private int _end;

    /// <summary>The status line and the headers of the last response.</summary>
    public string Head => Encoding.Latin1.GetString(_buffer, 0, _head);

    /// <summary>The body of the last response, chunk sizes included.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_head, _end - _head);

    public static async Task<HttpConnection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new HttpConnection();
        await connection._socket.ConnectAsync(
            new IPEndPoint(IPAddress.Parse(address.Host), address.Port),
            cancellationToken
        );
        return connection;
    }

    /// <summary>Sends a request and reads its response to the end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<HttpReply> ExchangeAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await SendAsync(request, cancellationToken);
        (_head, _end) = (0, 0);
        while (!IsComplete())
        {
            await ReceiveAsync(cancellationToken);
        }

        return new HttpReply(Status, _end - _head);
    }

    /// <summary>Sends bytes and does not wait for what they bring about.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    /// <summary>Reads until the head of a response is there.</summary>
    public async ValueTask<int> ReadHeadAsync(CancellationToken cancellationToken)
    {
        (_head, _end) = (0, 0);
        while (!HasHead())
        {
            await ReceiveAsync(cancellationToken);
        }

        return Status;
    }

    public string Header(string name) =>
        Head.Split("\r\n")
            .First(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..]
            .Trim();

    public void Dispose() => _socket.Dispose();

    private int Status =>
        Utf8Parser.TryParse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), out int status, out _) ? status : 0;

    private async ValueTask ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = await _socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count > 0 ? count : throw new IOException("The server closed the connection.");
    }

    private bool HasHead()
    {
        if (_head == 0 && _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8) is var at and >= 0)
        {
            _head = at + 4;
        }

        return _head > 0;
    }

    private bool IsComplete() =>
        HasHead() && (Length() is { } length ? _end - _head >= length : _buffer.AsSpan(0, _end).EndsWith(LastChunk));

    /// <summary>The length that the head announces; null for chunks.</summary>
    private int? Length()
    {
        ReadOnlySpan<byte> head = _buffer.AsSpan(0, _head);
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (at < 0)
        {
            at = head.IndexOf("\r\ncontent-length: "u8);
        }

        return at >= 0 && Utf8Parser.TryParse(head[(at + "\r\nContent-Length: ".Length)..], out int length, out _)
                ? length
            : Status is 202 or 204 && head.IndexOf("chunked"u8) < 0 ? 0
            : null;
    }
}
