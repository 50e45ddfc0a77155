metadata description = 'The built-in roles that the app is given, by the ids that are the same in every tenant.'

@export()
@description('Writes telemetry; reads none.')
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

@export()
@description('Reads, writes and deletes blobs, and manages leases and access of containers.')
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@export()
@description('Reads, writes and deletes blobs.')
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

@export()
@description('Reads, writes and deletes queues and their messages.')
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

@export()
@description('Reads, writes and deletes tables and their entities.')
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@export()
@description('Signs, verifies, wraps and unwraps with a key that it can neither read nor change.')
var keyVaultCryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'

@export()
@description('Wraps and unwraps with a key that it can neither read nor change.')
var keyVaultCryptoServiceEncryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'

@export()
@description('Reads the values of secrets.')
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

@export()
@description('Works on the orchestrations of a task hub and manages them.')
var durableTaskDataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'
