namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Serves one operation; refusals are thrown as <see cref="ApiException"/>.</summary>
internal delegate ApiResponse Endpoint(Call call);
