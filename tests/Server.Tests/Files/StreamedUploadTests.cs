using System.Net;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Files;
using ClickUpMcp.Tests.Api;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Files;

/// <summary>Large files on their way to ClickUp: how much of them is in memory, and what the wire has.</summary>
[Collection(AloneCollection.Name)]
public sealed class StreamedUploadTests : IDisposable
{
    private const long Mebibyte = 1024 * 1024;
    private const long Large = 200 * Mebibyte;

    // Per piece of 64 KiB: what reading and writing asynchronously costs, and nothing of the piece itself.
    private const long MostAllocated = 8 * Mebibyte;

    private readonly FolderOfFiles _folder = new();

    [Fact]
    public async Task Of_two_hundred_MiB_no_more_than_a_piece_is_in_memory()
    {
        string path = Path.Join(_folder.Root, "large.bin");
        using (FileStream sparse = File.Create(path))
        {
            sparse.SetLength(Large);
        }

        using LocalFile file = _folder.Open().OpenRead("large.bin");
        ClickUpRequest request = Upload(file);
        CountingStream wire = new();
        using ClickUpClient client = TestClient.Over(
            new Taking(
                async (sent, cancellationToken) =>
                {
                    await sent.Content!.CopyToAsync(wire, cancellationToken);
                    return ScriptedHandler.Json(200, """{"id":"1"}""");
                }
            )
        );
        long before = GC.GetTotalAllocatedBytes(precise: true);

        await client.SendAsync(request, TestContext.Current.CancellationToken);

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        wire.Bytes.ShouldBe(request.BodyLength!.Value);
        wire.Bytes.ShouldBeGreaterThan(Large);
        wire.Largest.ShouldBeLessThanOrEqualTo(64 * 1024);
        allocated.ShouldBeLessThan(MostAllocated);
        TestContext.Current.SendDiagnosticMessage($"{allocated} bytes allocated.");
    }

    [Fact]
    public async Task A_refused_attempt_is_repeated_with_the_whole_file()
    {
        ManualTimeProvider time = new();
        ClickUpRequest request = Upload(new Elsewhere(10));
        List<byte[]> bodies = [];
        Taking handler = new(
            async (sent, cancellationToken) =>
            {
                bodies.Add(await sent.Content!.ReadAsByteArrayAsync(cancellationToken));
                return bodies.Count == 1
                    ? new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "0" } } }
                    : ScriptedHandler.Json(200, """{"id":"1"}""");
            }
        );
        using ClickUpClient client = TestClient.Over(handler, time);

        await TestClient.SendAsync(client, request, time);

        bodies.Count.ShouldBe(2);
        bodies[1].ShouldBe(bodies[0]);
        System.Text.Encoding.UTF8.GetString(bodies[0]).ShouldContain("\r\n\r\n0123456789\r\n--");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public async Task A_file_that_changes_while_it_is_sent_is_told(int announced)
    {
        ClickUpRequest request = Upload(new Elsewhere(announced));
        Taking handler = new(
            async (sent, cancellationToken) =>
            {
                await sent.Content!.CopyToAsync(Stream.Null, cancellationToken);
                return ScriptedHandler.Json(200, "{}");
            }
        );
        using ClickUpClient client = TestClient.Over(handler);

        (
            await Should.ThrowAsync<ActionableException>(async () =>
                await client.SendAsync(request, TestContext.Current.CancellationToken)
            )
        ).What.ShouldBe("The file changed while it was being sent.");
    }

    public void Dispose() => _folder.Dispose();

    private static ClickUpRequest Upload(FileSource file) =>
        new ClickUpRequestBuilder("CreateTaskAttachment", ClickUpMethod.Post)
            .Path("/api/v2/task/9hz/attachment")
            .FormFile("attachment", "large.bin", file)
            .Build();

    private sealed class Elsewhere(int announced) : FileSource
    {
        public override long? Length => announced;

        public override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
            new(new MemoryStream("0123456789"u8.ToArray()));
    }

    private sealed class Taking(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> take)
        : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => take(request, cancellationToken);
    }

    private sealed class CountingStream : Stream
    {
        public long Bytes { get; private set; }

        public int Largest { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position
        {
            get => Bytes;
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
