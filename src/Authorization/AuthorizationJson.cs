using System.Text.Json.Serialization;
using ClickUpMcp.Authorization.Browser;
using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Tokens;

namespace ClickUpMcp.Authorization;

/// <summary>How what is kept is written.</summary>
[JsonSerializable(typeof(Client))]
[JsonSerializable(typeof(Grant))]
[JsonSerializable(typeof(TokenContent))]
[JsonSerializable(typeof(SignInContent))]
[JsonSerializable(typeof(FormContent))]
[JsonSerializable(typeof(PageSessionContent))]
internal sealed partial class AuthorizationJson : JsonSerializerContext;
