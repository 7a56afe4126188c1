using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>A request's body in one pooled piece.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int UsualSize = 4096;

    private byte[] _bytes;
    private int _length;

    private RequestBody(int size) => _bytes = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    /// <summary>Reads the body to its end; null when it is larger than allowed.</summary>
    public static async Task<RequestBody?> ReadAsync(
        HttpRequest request,
        int maximum,
        CancellationToken cancellationToken
    )
    {
        // One byte more than was announced, so that the end is seen without growing.
        var body = new RequestBody((int)(request.ContentLength ?? UsualSize - 1) + 1);
        try
        {
            while (await request.Body.ReadAsync(body.Free(), cancellationToken) is var count and > 0)
            {
                body._length += count;
                if (body._length > maximum)
                {
                    body.Dispose();
                    return null;
                }
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // It may hold what a tenant wrote, and the pool is everybody's.
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = [];
        _length = 0;
    }

    private Memory<byte> Free()
    {
        if (_length == _bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            _bytes.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
            _bytes = larger;
        }

        return _bytes.AsMemory(_length);
    }
}
