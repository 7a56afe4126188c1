namespace ClickUpMcp.Transport.Http;

/// <summary>Carries a refusal to where it is answered.</summary>
internal sealed class HttpFaultException(HttpFault fault) : Exception(fault.Rpc.Message)
{
    public HttpFault Fault => fault;
}
