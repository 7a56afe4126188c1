using System.Text;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>Texts of a message that no peer has a reason to make long are refused without being made.</summary>
public sealed class LongTextTests
{
    private const int Longest = 16 * 1024;

    public static TheoryData<string> Places =>
        [
            """{"name":"TEXT"}""",
            """{"uri":"TEXT"}""",
            """{"protocolVersion":"TEXT"}""",
            """{"_meta":{"io.modelcontextprotocol/protocolVersion":"TEXT"}}""",
        ];

    [Theory]
    [MemberData(nameof(Places))]
    [Trait("Requirement", "R-01")]
    public void R_01_a_text_of_a_message_has_a_bound(string parameters)
    {
        Read(parameters, Longest).Parameters.Fault.ShouldBeNull();

        RpcFault? fault = Read(parameters, Longest + 1).Parameters.Fault;
        fault!.Code.ShouldBe(RpcErrorCode.InvalidParams);
        fault.Message.ShouldEndWith("is a string of at most 16384 bytes.");
    }

    [Theory]
    [MemberData(nameof(Places))]
    [Trait("Requirement", "R-01")]
    public void R_01_a_text_that_is_too_long_is_not_made(string parameters)
    {
        byte[] message = Message(parameters, 4_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        EnvelopeReader.Read(message);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
    }

    private static Envelope Read(string parameters, int length) => EnvelopeReader.Read(Message(parameters, length));

    private static byte[] Message(string parameters, int length)
    {
        string filled = parameters.Replace("TEXT", new string('x', length), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{filled}} }""");
    }
}
